package dev.dockline.embedded;

import dev.dockline.Docker;

/** A process that makes and removes containers in a folder's engine, and says what it has done, until it is killed. */
final class StateWriter {
    private StateWriter() {}

    public static void main(String[] arguments) {
        try (var docker = Docker.connect("embedded:" + arguments[0])) {
            for (int i = 0; i < 10_000; i++) {
                var made = docker.container("made" + i).image("busybox").create();
                say("made made" + i);
                docker.container().image("busybox").volume("data" + i, "/data").call("touch", "/data/file");
                say("wrote data" + i);
                if (i % 3 == 0) {
                    say("removing made" + i);
                    made.remove();
                    say("removed made" + i);
                }
            }
        }
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }
}
