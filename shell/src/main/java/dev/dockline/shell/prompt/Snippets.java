package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Evaluator;
import dev.dockline.shell.eval.Outcome;
import dev.dockline.shell.narrate.Narrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs what was typed, snippet by snippet, and keeps those that went well. */
final class Snippets {
    private final Evaluator evaluator;
    private final Narrator narrator;
    private final List<String> kept = new ArrayList<>();

    Snippets(Evaluator evaluator, Narrator narrator) {
        this.evaluator = evaluator;
        this.narrator = narrator;
    }

    /** Runs all, or as far as the first that fails: what follows it was meant to follow its success. */
    Outcome run(String text, Function<String, Outcome> commands) {
        Outcome outcome = new Outcome.Done();
        for (var piece : evaluator.split("prompt", text.replace("\r\n", "\n"))) {
            var command = Command.is(piece.source());
            outcome = command ? commands.apply(piece.source()) : narrator.evaluate(piece);
            if (outcome.isFailure() || outcome instanceof Outcome.Exited) {
                break;
            }
            if (!command) {
                kept.add(piece.source());
            }
        }
        return outcome;
    }

    /** Each with its number. */
    String numbered() {
        var text = new StringBuilder();
        for (var i = 0; i < kept.size(); i++) {
            text.append("%4d  %s%n".formatted(i + 1, kept.get(i).replace("\n", "\n      ")));
        }
        return text.toString();
    }

    /** The latest; empty if there is none. */
    String latest() {
        return kept.isEmpty() ? "" : kept.get(kept.size() - 1);
    }

    /** The one of a number in the list. */
    String at(int number) throws IOException {
        if (number < 1 || number > kept.size()) {
            throw new IOException("There is no snippet " + number + ". Try: /list");
        }
        return kept.get(number - 1);
    }

    /** Writes all into a file that is not there yet. */
    Path save(Path file) throws IOException {
        if (kept.isEmpty()) {
            throw new IOException("Nothing has been run yet that could be written to " + file + ".");
        }
        if (Files.exists(file)) {
            throw new IOException("The file " + file + " is there already. Try: /save another.jsh");
        }
        try {
            var beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".dockline", ".jsh");
            Files.writeString(beside, String.join("\n", kept) + "\n");
            return Files.move(beside, file);
        } catch (IOException e) {
            throw new IOException("The file " + file + " cannot be written: " + e + ".", e);
        }
    }

    void forget() {
        kept.clear();
    }
}
