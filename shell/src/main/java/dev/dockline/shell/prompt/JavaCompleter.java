package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Evaluator;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers the names that JShell knows, what a string may hold, and the commands. */
record JavaCompleter(Evaluator evaluator, StringCompleter strings) implements Completer {
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (Commands.isCommand(line.line())) {
            Commands.NAMES.forEach(name -> candidates.add(candidate(name)));
            return;
        }
        var argument = Argument.at(line.line().substring(0, line.cursor()));
        if (argument.isPresent()) {
            var closed = line.line().startsWith("\"", line.cursor());
            strings.complete(argument.get(), line.word(), closed, candidates);
            return;
        }
        var suggestions = evaluator.complete(line.line(), line.cursor());
        var wordStart = line.cursor() - line.wordCursor();
        var kept = line.line().substring(wordStart, Math.max(wordStart, suggestions.anchor()));
        suggestions.texts().forEach(text -> candidates.add(candidate(kept + text)));
    }

    /** Without a blank behind it: what follows a name in Java is seldom one. */
    private static Candidate candidate(String text) {
        return new Candidate(text, text, null, null, null, null, false);
    }
}
