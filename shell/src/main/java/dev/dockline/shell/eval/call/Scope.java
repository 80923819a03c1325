package dev.dockline.shell.eval.call;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** What names stand for in a session. */
public interface Scope {

    /** A variable's type and value. */
    record Variable(Type type, Object value) {}

    /** The variable of a name; empty where there is none, or one of which not all is known. */
    Optional<Variable> variable(String name);

    /** Whether a value of that type may be put into a variable; false, too, where that takes a compiler to tell. */
    boolean takes(String variable, Type type);

    /** Whether the user has declared or imported something of this name other than a variable. */
    boolean isDeclared(String name);

    /** The class of a simple name; null where there is none, or more than one. */
    Class<?> type(String name);

    /** The classes whose static members need no name before them. */
    List<Class<?>> words();
}
