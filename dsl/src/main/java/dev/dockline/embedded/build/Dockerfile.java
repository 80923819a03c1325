package dev.dockline.embedded.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The instructions of a Dockerfile: comments left out, lines that go on joined. */
final class Dockerfile {
    private static final Set<String> KNOWN = Set.of(
            "FROM",
            "RUN",
            "COPY",
            "ADD",
            "ENV",
            "ARG",
            "LABEL",
            "WORKDIR",
            "USER",
            "EXPOSE",
            "VOLUME",
            "CMD",
            "ENTRYPOINT",
            "STOPSIGNAL",
            "HEALTHCHECK",
            "MAINTAINER",
            "SHELL",
            "ONBUILD");

    private Dockerfile() {}

    static List<Instruction> parse(String text) throws BuildError {
        var all = new ArrayList<Instruction>();
        var line = new StringBuilder();
        var number = 0;
        for (var part : text.split("\r?\n", -1)) {
            number++;
            var bare = part.strip();
            if (bare.startsWith("#") || bare.isEmpty()) continue;
            if (bare.endsWith("\\")) {
                line.append(bare, 0, bare.length() - 1).append(' ');
                continue;
            }
            all.add(known(line.append(bare).toString(), number));
            line.setLength(0);
        }
        if (line.length() > 0) all.add(known(line.toString().strip(), number));
        if (all.isEmpty()) throw new BuildError("dockerfile parse error: file with no instructions");
        return all;
    }

    private static Instruction known(String line, int number) throws BuildError {
        var instruction = Instruction.parse(line);
        if (!KNOWN.contains(instruction.keyword()))
            throw new BuildError(
                    "dockerfile parse error on line " + number + ": unknown instruction: " + instruction.keyword());
        return instruction;
    }
}
