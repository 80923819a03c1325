package dev.dockline.embedded;

import dev.dockline.embedded.program.Program;
import java.util.List;

/** The example of {@link Supplement}, as it stands there. */
public final class Greetings implements Supplement {
    @Override
    public Program program(String name) {
        if (!name.equals("greet")) return null;
        return process -> {
            process.println(process.env().get("GREETING") + " " + process.args().get(0));
            return 0;
        };
    }

    @Override
    public List<SuppliedImage> images() {
        return List.of(SuppliedImage.named("acme/greetings")
                .programs("greet")
                .command("greet", "world")
                .env("GREETING", "Hello")
                .file("/etc/greetings/note", "be kind\n"));
    }
}
