package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.io.Pipe;
import dev.dockline.embedded.program.ExitException;
import dev.dockline.embedded.program.Kept;
import dev.dockline.embedded.program.Process;
import dev.dockline.embedded.program.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

/** Runs the tree of a script. Each method returns the exit code of what it ran. */
final class Interpreter {
    private static final int MOST_CALLS = 200;

    private final Process process;
    private final State state;
    private final Expander expander;
    private final Commands commands;
    private int conditions;
    private int substitutions;

    Interpreter(Process process, State state) {
        this.process = process;
        this.state = state;
        this.expander = new Expander(state, process.files(), this::substitute);
        this.commands = new Commands(process, state, this);
    }

    /** Runs a script to its end or to its exit, and what it wants done then. */
    int script(String text, Streams streams) throws IOException, InterruptedException {
        var code = toItsEnd(Parser.parse(text), streams);
        var last = state.traps.atExit();
        return last.isEmpty() ? code : exitCode(last, code, streams);
    }

    private int toItsEnd(Node script, Streams streams) throws IOException, InterruptedException {
        try {
            return run(script, streams);
        } catch (Control control) {
            var loops = control instanceof Control.Break || control instanceof Control.Continue;
            return loops ? state.status : control.number;
        }
    }

    // An exit of its own counts, and no other code.
    private int exitCode(String last, int code, Streams streams) throws IOException, InterruptedException {
        try {
            run(Parser.parse(last), streams);
            return code;
        } catch (Control.Exit exit) {
            return exit.number;
        }
    }

    int run(Node node, Streams streams) throws IOException, InterruptedException {
        process.checkpoint();
        var code = dispatch(node, streams);
        state.status = code;
        for (var trap = state.traps.next(); trap != null; trap = state.traps.next()) {
            run(Parser.parse(trap), streams);
            state.status = code;
        }
        return code;
    }

    /** Calls a function; its arguments are the script's own as long as it runs. */
    int call(Node body, List<String> args, Streams streams) throws IOException, InterruptedException {
        if (state.calls == MOST_CALLS) throw new ExitException(2, "functions call each other without end");
        var before = state.args;
        state.calls++;
        state.args = new ArrayList<>(args);
        state.locals.push(new HashMap<>());
        try {
            return run(body, streams);
        } catch (Control.Return back) {
            return back.number;
        } finally {
            state.args = before;
            state.calls--;
            state.restore(state.locals.pop());
        }
    }

    private int dispatch(Node node, Streams streams) throws IOException, InterruptedException {
        if (node instanceof Node.Simple simple) return checked(simple(simple, streams));
        if (node instanceof Node.Pipeline pipeline) return pipeline(pipeline, streams);
        if (node instanceof Node.Both both) return both(both, streams);
        if (node instanceof Node.If branch) return branch(branch, streams);
        if (node instanceof Node.While loop) return loop(loop, streams);
        if (node instanceof Node.For loop) return loop(loop, streams);
        if (node instanceof Node.Case choice) return choice(choice, streams);
        if (node instanceof Node.Group group) return group(group, streams);
        if (node instanceof Node.Background job) return background(job, streams);
        if (node instanceof Node.Function function) state.functions.put(function.name(), function.body());
        return 0;
    }

    private int checked(int code) throws Control {
        if (code != 0 && state.exitOnError && conditions == 0) throw new Control.Exit(code);
        return code;
    }

    private int simple(Node.Simple simple, Streams streams) throws IOException, InterruptedException {
        var substituted = substitutions;
        var words = expander.fields(simple.words());
        var values = new ArrayList<String[]>();
        for (var assignment : simple.assignments())
            values.add(new String[] {assignment.name(), expander.text(assignment.value())});
        if (state.trace) trace(values, words, streams);
        try (var redirected = Redirects.open(process, state, expander, simple.redirects(), streams)) {
            if (!words.isEmpty()) return commands.run(words, values, redirected.streams());
            for (var value : values) state.set(value[0], value[1]);
            return substitutions > substituted ? state.status : 0;
        } catch (Redirects.Failed e) {
            commands.complain(e.getMessage(), streams);
            return 1;
        }
    }

    private void trace(List<String[]> values, List<String> words, Streams streams) throws IOException {
        var line = new StringBuilder("+");
        values.forEach(value -> line.append(' ').append(value[0]).append('=').append(value[1]));
        words.forEach(word -> line.append(' ').append(word));
        process.guard(streams.err()).write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private int background(Node.Background job, Streams streams) throws IOException {
        requireRoom();
        var child = new Process(process.table(), process.start());
        var apart = new Interpreter(child, state.copy());
        var ends = streams.withIn(InputStream.nullInputStream());
        state.jobs.start(child, () -> child.run(own -> apart.apart(job.body(), ends)));
        return 0;
    }

    // A script that multiplies without end is stopped, and not the machine.
    private void requireRoom() throws IOException {
        if (process.table().isFull()) throw new ExitException(2, "can't fork: Resource temporarily unavailable");
    }

    private int both(Node.Both both, Streams streams) throws IOException, InterruptedException {
        if (both.operator().equals(";")) {
            run(both.left(), streams);
            return run(both.right(), streams);
        }
        var left = condition(both.left(), streams);
        return left == 0 == both.operator().equals("&&") ? run(both.right(), streams) : left;
    }

    private int condition(Node node, Streams streams) throws IOException, InterruptedException {
        conditions++;
        try {
            return run(node, streams);
        } finally {
            conditions--;
        }
    }

    private int branch(Node.If branch, Streams streams) throws IOException, InterruptedException {
        return run(condition(branch.condition(), streams) == 0 ? branch.then() : branch.otherwise(), streams);
    }

    private int loop(Node.While loop, Streams streams) throws IOException, InterruptedException {
        var code = 0;
        while (condition(loop.condition(), streams) == 0 != loop.until()) {
            try {
                code = run(loop.body(), streams);
            } catch (Control control) {
                if (leaves(control)) break;
            }
        }
        return code;
    }

    private int loop(Node.For loop, Streams streams) throws IOException, InterruptedException {
        var code = 0;
        for (var value : loop.words() == null ? List.copyOf(state.args) : expander.fields(loop.words())) {
            state.variables.put(loop.name(), value);
            try {
                code = run(loop.body(), streams);
            } catch (Control control) {
                if (leaves(control)) break;
            }
        }
        return code;
    }

    /** Whether the loop ends here; what leaves outer loops too goes on to them. */
    private static boolean leaves(Control control) throws Control {
        if (!(control instanceof Control.Break) && !(control instanceof Control.Continue)) throw control;
        if (control.number > 1)
            throw control instanceof Control.Break
                    ? new Control.Break(control.number - 1)
                    : new Control.Continue(control.number - 1);
        return control instanceof Control.Break;
    }

    private int choice(Node.Case choice, Streams streams) throws IOException, InterruptedException {
        var subject = expander.text(choice.subject());
        for (var branch : choice.branches()) {
            for (var pattern : branch.patterns()) {
                if (Glob.matches(expander.pattern(pattern), subject)) return run(branch.body(), streams);
            }
        }
        return 0;
    }

    private int group(Node.Group group, Streams streams) throws IOException, InterruptedException {
        try (var redirected = Redirects.open(process, state, expander, group.redirects(), streams)) {
            return group.subshell()
                    ? subshell(group.body(), redirected.streams())
                    : run(group.body(), redirected.streams());
        } catch (Redirects.Failed e) {
            commands.complain(e.getMessage(), streams);
            return 1;
        }
    }

    private int subshell(Node body, Streams streams) throws IOException, InterruptedException {
        return new Interpreter(process, state.copy()).apart(body, streams);
    }

    /** Runs something that may end without ending the shell around. */
    private int apart(Node body, Streams streams) throws IOException, InterruptedException {
        try {
            return toItsEnd(body, streams);
        } catch (ExitException e) {
            if (e.getMessage() != null) commands.complain(e.getMessage(), streams);
            return e.code();
        }
    }

    private int pipeline(Node.Pipeline pipeline, Streams streams) throws IOException, InterruptedException {
        if (pipeline.commands().size() == 1)
            return negate(condition(pipeline.commands().get(0), streams));
        var threads = new ArrayList<Thread>();
        var last = pipeline.commands().size() - 1;
        var codes = new AtomicIntegerArray(last + 1);
        Pipe before = null;
        for (var command : pipeline.commands().subList(0, last)) {
            var after = new Pipe();
            requireRoom();
            var index = threads.size();
            threads.add(stage(command, before, after, streams, code -> codes.set(index, code)));
            before = after;
        }
        int code;
        try {
            code = subshell(pipeline.commands().get(last), streams.withIn(before.in()));
        } finally {
            before.close();
        }
        for (var thread : threads) thread.join();
        for (var i = last - 1; state.pipesFail && code == 0 && i >= 0; i--) code = codes.get(i);
        return pipeline.negated() ? negate(code) : checked(code);
    }

    /** A command of a pipeline on a thread of its own; the first one has no pipe before it. */
    private Thread stage(Node command, Pipe before, Pipe after, Streams streams, IntConsumer ended) {
        var ends = before == null ? streams : streams.withIn(before.in());
        return process.table().start(() -> {
            try {
                ended.accept(subshell(command, ends.withOut(after.out())));
            } catch (IOException | InterruptedException e) {
                // The reader at the other end has gone, or all is being killed: this stage just ends.
            } finally {
                after.end();
                if (before != null) before.close();
            }
        });
    }

    private static int negate(int code) {
        return code == 0 ? 1 : 0;
    }

    private String substitute(String script) throws IOException, InterruptedException {
        var bytes = new Kept();
        substitutions++;
        state.status = subshell(Parser.parse(script), process.streams().withOut(bytes.pipe()));
        var text = bytes.text(StandardCharsets.UTF_8);
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\n') end--;
        return text.substring(0, end);
    }
}
