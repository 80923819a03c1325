package dev.dockline.embedded.program.shell;

import dev.dockline.embedded.program.Process;
import java.io.IOException;

/** Leaves what is being run: the shell itself, or loops around. */
abstract sealed class Control extends IOException {
    private static final long serialVersionUID = 1L;

    final int number;

    private Control(int number) {
        super(null, null);
        this.number = number;
    }

    static final class Exit extends Control {
        private static final long serialVersionUID = 1L;

        Exit(int code) {
            super(code & 255);
        }
    }

    /** Ctrl-C has ended a program: so it does what ran it. */
    static final class Interrupted extends Control {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super(Process.INTERRUPTED);
        }
    }

    static final class Break extends Control {
        private static final long serialVersionUID = 1L;

        Break(int loops) {
            super(loops);
        }
    }

    /** Leaves a function, or a file that was read in. */
    static final class Return extends Control {
        private static final long serialVersionUID = 1L;

        Return(int code) {
            super(code & 255);
        }
    }

    static final class Continue extends Control {
        private static final long serialVersionUID = 1L;

        Continue(int loops) {
            super(loops);
        }
    }
}
