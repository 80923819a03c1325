package dev.dockline.shell.eval.call;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/** An expression of which all types and methods are known before any of it runs. */
sealed interface Resolved {
    /** What a compiler takes it for. */
    Type type();

    /** Runs it. */
    Object value(Progress progress) throws Throwable;

    /** A value that is there. */
    record Given(Type type, Object object) implements Resolved {
        @Override
        public Object value(Progress progress) {
            return object;
        }
    }

    /** A method to be called; the receiver is null for a static one. */
    record Invoked(Type type, Method method, Resolved receiver, List<Resolved> arguments, int offset)
            implements Resolved {
        @Override
        public Object value(Progress progress) throws Throwable {
            var target = receiver == null ? null : receiver.value(progress);
            var given = new Object[arguments.size()];
            for (var i = 0; i < given.length; i++) {
                given[i] = arguments.get(i).value(progress);
            }
            progress.reached(offset);
            if (receiver != null && target == null) {
                throw new NullPointerException("there is nothing to call " + method.getName() + "() on: it is null");
            }
            try {
                return method.invoke(target, method.isVarArgs() ? gathered(given) : given);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        }

        private Object[] gathered(Object[] given) {
            var parameters = method.getParameterTypes();
            var fixed = parameters.length - 1;
            var rest = Array.newInstance(parameters[fixed].getComponentType(), given.length - fixed);
            var all = new Object[parameters.length];
            System.arraycopy(given, 0, all, 0, fixed);
            for (var i = fixed; i < given.length; i++) {
                Array.set(rest, i - fixed, given[i]);
            }
            all[fixed] = rest;
            return all;
        }
    }
}
