package dev.dockline.shell.prompt;

import dev.dockline.Docker;
import dev.dockline.Dockline;

/** What the prompt says of the engine: nothing of one that is there, and that it is gone while it is. */
final class EngineMark {
    private EngineMark() {}

    static String prompt(boolean ascii) {
        var dot = ascii ? "-" : "·";
        var mark = Dockline.ifOpen().map(EngineMark::of).orElse("");
        return "dockline" + (mark.isEmpty() ? "" : dot + mark) + "> ";
    }

    private static String of(Docker docker) {
        if (docker.isEmbedded()) {
            return "embedded";
        }
        return docker.mirror().wasLost() ? "gone" : "";
    }
}
