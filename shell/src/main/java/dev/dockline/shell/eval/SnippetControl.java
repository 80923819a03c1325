package dev.dockline.shell.eval;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import jdk.jshell.execution.LocalExecutionControl;

/**
 * Runs snippets in this process, keeps what they return or throw as objects, and can leave one behind.
 *
 * <p>JShell's own control starts the snippet's thread, and knows how to stop it on each JDK, but waits for it without
 * end. So that wait happens on a thread that can itself be left behind. The method that JShell's control is given is
 * not the snippet's but {@link #perform}, since it would call the result's toString on a thread that nothing stops.
 */
class SnippetControl extends LocalExecutionControl {
    private static final Method PERFORM = performMethod();

    private Evaluation evaluation;
    private SnippetRun last;
    private Class<?> owner;

    SnippetControl() {
        super(new SnippetClasses());
    }

    /** Begins an evaluation, in which any number of runs may follow. */
    void begin(Evaluation begun) {
        evaluation = begun;
        last = null;
    }

    /** Whether a snippet that only calls may run without having been compiled. */
    boolean callsAtOnce() {
        return true;
    }

    /** Does something that is not the snippet's: an interrupt does not find it, and its run is not the latest. */
    <T> T apart(Supplier<T> work) {
        var before = evaluation;
        begin(new Evaluation());
        try {
            return work.get();
        } finally {
            begin(before);
        }
    }

    /** The latest run of the evaluation, or null. */
    SnippetRun last() {
        return last;
    }

    /** Runs other code as if it were a snippet's. */
    SnippetRun run(Callable<?> code) throws Exception {
        var run = new SnippetRun(code);
        clientCodeEnter();
        try {
            await(run);
        } catch (InvocationTargetException thrown) {
            // The run holds what was thrown.
        } finally {
            clientCodeLeave();
        }
        return run;
    }

    /** The class that holds the variable which the latest snippet made. */
    Class<?> owner() {
        return owner;
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        owner = snippet.getDeclaringClass();
        await(new SnippetRun(() -> call(snippet)));
        return "";
    }

    private void await(SnippetRun run) throws Exception {
        last = run;
        if (!evaluation.begin(run)) {
            throw new StoppedException();
        }
        Threads.inPassingGroup("dockline-snippet-wait", () -> invokeAndWait(run))
                .start();
        run.await();
        if (run.isLeftBehind()) {
            throw new StoppedException();
        }
    }

    private void invokeAndWait(SnippetRun run) {
        run.adopt();
        try {
            super.invoke(PERFORM);
            run.finish(null);
        } catch (Exception e) {
            run.finish(e);
        }
    }

    /** The entry point of a snippet's thread. */
    static Object perform() throws Throwable {
        return SnippetRun.current().perform();
    }

    private static Object call(Method snippet) throws Exception {
        try {
            return snippet.invoke(null);
        } catch (InvocationTargetException e) {
            throw SnippetControl.<RuntimeException>sneaky(e.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X sneaky(Throwable failure) throws X {
        throw (X) failure;
    }

    private static Method performMethod() {
        try {
            var method = SnippetControl.class.getDeclaredMethod("perform");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
