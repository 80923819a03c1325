package dev.dockline.shell.narrate;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The trace of an exception, down to the snippet it came from: what is below that is the same for all. */
public final class Trace {
    private static final String SNIPPET = "REPL.";
    private static final String CALL = "dev.dockline.shell.eval.call.";
    private static final Pattern REFLECTION = Pattern.compile("(java\\.lang|jdk\\.internal)\\.reflect\\..*");

    private Trace() {}

    /** The trace and those of its causes, each frame on a line. */
    public static String of(Throwable error) {
        var text = new StringBuilder();
        var prefix = "";
        for (var e = error; e != null && text.length() < 100_000; e = e.getCause()) {
            text.append(prefix).append(e).append('\n');
            frames(e).forEach(frame -> text.append("  at ").append(frame).append('\n'));
            prefix = "caused by ";
        }
        return text.toString();
    }

    private static List<StackTraceElement> frames(Throwable error) {
        var frames = Arrays.asList(error.getStackTrace());
        for (var last = frames.size() - 1; last >= 0; last--) {
            if (frames.get(last).getClassName().startsWith(SNIPPET)) {
                return frames.subList(0, last + 1);
            }
        }
        return frames.subList(0, called(frames));
    }

    // Where what only calls was called from, without compiler.
    private static int called(List<StackTraceElement> frames) {
        var end = 0;
        while (end < frames.size() && !frames.get(end).getClassName().startsWith(CALL)) {
            end++;
        }
        while (end > 0
                && end < frames.size()
                && REFLECTION.matcher(frames.get(end - 1).getClassName()).matches()) {
            end--;
        }
        return end;
    }
}
