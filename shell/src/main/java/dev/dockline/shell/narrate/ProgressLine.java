package dev.dockline.shell.narrate;

import dev.dockline.view.Tables;

/** How far a long task has come, on one line: a bar where the whole is known, and the rate. */
public final class ProgressLine {
    private static final int BAR = 24;

    private ProgressLine() {}

    /**
     * The line.
     *
     * @param task the task, such as {@code pulling busybox:latest}
     * @param note what is being done, may be empty
     * @param done how many bytes are done
     * @param total how many there are, 0 where that is not known
     * @param nanos how long it has taken so far
     */
    public static String of(String task, String note, long done, long total, long nanos) {
        return task + ":" + (note.isEmpty() ? "" : " " + note) + amount(done, total, nanos);
    }

    private static String amount(long done, long total, long nanos) {
        if (done == 0) {
            return "";
        }
        String rate = ", " + Tables.size(done * 1_000_000_000 / Math.max(1, nanos)) + "/s";
        int full = total == 0 ? 0 : (int) (BAR * Math.min(done, total) / total);
        return total == 0
                ? " " + Tables.size(done) + rate
                : " [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + Tables.size(done) + " of "
                        + Tables.size(total) + rate;
    }
}
