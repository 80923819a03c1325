package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Evaluator;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers the names that JShell knows, what a string may hold, and the commands. */
record JavaCompleter(Evaluator evaluator, Methods methods) implements Completer {
    private static final int MOST_DESCRIBED = 25;
    static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (Command.is(line.line())) {
            new CommandCompleter(methods).complete(line.line(), line.word(), candidates);
            return;
        }
        var argument = Argument.at(line.line().substring(0, line.cursor()));
        if (argument.isPresent()) {
            var closed = line.line().startsWith("\"", line.cursor());
            StringCompleter.complete(argument.get(), line.word(), closed, candidates);
            return;
        }
        if (line.word().isEmpty() && line.line().substring(0, line.cursor()).endsWith(")")) {
            return;
        }
        var suggestions = evaluator.complete(line.line(), line.cursor());
        var wordStart = line.cursor() - line.wordCursor();
        var kept = line.line().substring(wordStart, Math.max(wordStart, suggestions.anchor()));
        var member = Member.at(line.line().substring(0, line.cursor()));
        var texts = new TreeSet<String>();
        suggestions.texts().forEach(text -> texts.add(kept + text));
        texts.addAll(methods.texts(member));
        texts.removeIf(text -> member.name().isEmpty() && OF_EVERY_OBJECT.contains(name(text)));
        var known = methods(member);
        var brief = texts.size() > MOST_DESCRIBED;
        texts.forEach(text -> candidates.add(candidate(text, known.get(name(text)), brief)));
    }

    private static String name(String text) {
        return text.replaceFirst("\\(.*", "").replaceFirst(".*\\.", "");
    }

    // One for each name, though it may have several forms: its shortest one.
    private Map<String, Method> methods(Member member) {
        var known = new HashMap<String, Method>();
        methods.all(member)
                .sorted(Comparator.comparingInt(Method::getParameterCount))
                .forEach(method -> known.putIfAbsent(method.getName(), method));
        return known;
    }

    /** Without a blank behind it: what follows a name in Java is seldom one. */
    private static Candidate candidate(String text, Method method, boolean brief) {
        if (method == null || brief) {
            return new Candidate(text, text, group(method), null, null, null, false);
        }
        var shown = method.getName() + Methods.signature(method);
        return new Candidate(text, shown, group(method), Javadoc.sentence(method), null, null, false);
    }

    // What a container is declared with comes before what is done with it.
    private static String group(Method method) {
        return switch (method == null ? "" : method.getDeclaringClass().getSimpleName()) {
            case "Declaration" -> "to declare";
            case "Container" -> "to do and to ask";
            default -> null;
        };
    }
}
