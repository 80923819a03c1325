package dev.dockline.shell.eval;

import java.lang.reflect.Method;

/** Lets snippets be compiled, and runs none of them. */
final class CompileControl extends SnippetControl {
    @Override
    boolean callsAtOnce() {
        return false;
    }

    @Override
    protected String invoke(Method snippet) {
        return "";
    }
}
