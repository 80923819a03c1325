package dev.dockline.shell.prompt;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;

/** Offers the commands, and what each of them takes. */
record CommandCompleter(Methods methods) {

    void complete(String line, String word, List<Candidate> candidates) {
        var command = Command.of(line);
        if (command.isEmpty() || line.strip().equals(command.get().word()) && !line.endsWith(" ")) {
            for (var each : Command.values()) {
                candidates.add(new Candidate(each.word(), each.word(), null, each.about(), null, null, true));
            }
            return;
        }
        switch (command.get()) {
            case OPEN, SAVE -> ArgumentCompleter.files(word, candidates);
            case TABLES -> offer(Stream.of("delta", "full", "off"), candidates);
            case ENGINE -> offer(Stream.of("embedded", "unix:///var/run/docker.sock"), candidates);
            case HELP ->
                offer(methods.all(new Member("", "")).map(Method::getName).distinct(), candidates);
            default -> {
                return;
            }
        }
    }

    private static void offer(Stream<String> texts, List<Candidate> candidates) {
        texts.forEach(text -> candidates.add(new Candidate(text, text, null, null, null, null, true)));
    }
}
