package dev.dockline.shell.eval;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Gives JShell the control that runs snippets in this process. */
record InProcess(ExecutionControl control) implements ExecutionControlProvider {
    @Override
    public String name() {
        return "dockline";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return control;
    }
}
