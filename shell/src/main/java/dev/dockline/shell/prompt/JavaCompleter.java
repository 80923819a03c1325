package dev.dockline.shell.prompt;

import dev.dockline.Container;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.state.ContainerState;
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
record JavaCompleter(Evaluator evaluator, Methods methods, Handles handles, ArgumentCompleter arguments)
        implements Completer {
    private static final int MOST_DESCRIBED = 25;
    static final Set<String> OF_EVERY_OBJECT =
            Set.of("equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    static JavaCompleter of(Evaluator evaluator, Methods methods) {
        var handles = new Handles(evaluator);
        return new JavaCompleter(evaluator, methods, handles, new ArgumentCompleter(handles));
    }

    /** Whether it knows numbers that may come next. */
    boolean offersNumbers(String text) {
        return Argument.number(text).filter(arguments::hasNumbers).isPresent();
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (Command.is(line.line())) {
            new CommandCompleter(methods).complete(line.line(), line.word(), candidates);
            return;
        }
        var before = line.line().substring(0, line.cursor());
        var string = Argument.string(before);
        if (string.isPresent()) {
            var closed = line.line().startsWith("\"", line.cursor());
            arguments.string(string.get(), line.word(), closed, candidates);
        } else if (offersNumbers(before)) {
            arguments.number(Argument.number(before).orElseThrow(), candidates);
        } else if (!before.endsWith(")") || !line.word().isEmpty()) {
            names(line, Member.at(before), candidates);
        }
    }

    private void names(ParsedLine line, Member member, List<Candidate> candidates) {
        var suggestions = evaluator.complete(line.line(), line.cursor());
        var wordStart = line.cursor() - line.wordCursor();
        var kept = line.line().substring(wordStart, Math.max(wordStart, suggestions.anchor()));
        var texts = new TreeSet<String>();
        suggestions.texts().forEach(text -> texts.add(kept + text));
        texts.addAll(methods.texts(member));
        texts.removeIf(text -> member.name().isEmpty() && OF_EVERY_OBJECT.contains(name(text)));
        var known = methods(member);
        var brief = texts.size() > MOST_DESCRIBED;
        var status = handles.of(member.receiver()).map(ContainerState::status).orElse("");
        texts.forEach(text -> candidates.add(candidate(text, known.get(name(text)), status, brief)));
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
    private static Candidate candidate(String text, Method method, String status, boolean brief) {
        var group = group(method, status);
        if (method == null || brief) {
            return new Candidate(text, text, group, null, null, null, false);
        }
        var shown = method.getName() + Methods.signature(method);
        return new Candidate(text, shown, group, Javadoc.sentence(method), null, null, false);
    }

    // What makes sense now comes first, and what a container is declared with before what is done with it.
    private static String group(Method method, String status) {
        var handle = method != null && method.getDeclaringClass() == Container.class;
        if (handle && !status.isEmpty() && Verbs.fit(method.getName(), status)) {
            return "now that it " + (status.equals("exited") ? "has " : "is ") + status;
        }
        return switch (method == null ? "" : method.getDeclaringClass().getSimpleName()) {
            case "Declaration" -> "to declare";
            case "Container" -> "to do and to ask";
            default -> null;
        };
    }
}
