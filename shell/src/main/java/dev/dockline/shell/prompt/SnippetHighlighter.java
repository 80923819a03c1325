package dev.dockline.shell.prompt;

import dev.dockline.shell.eval.Token;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours Java while it is typed: words of the language, texts, numbers, comments, and what does not fit together. */
final class SnippetHighlighter implements Highlighter {
    /** What is longer was pasted, and is sent to the terminal as it is. */
    private static final int LONGEST = 20_000;

    private static final Set<String> KEYWORDS = Set.copyOf(List.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum extends"
                            + " false final finally float for goto if implements import instanceof int interface long native"
                            + " new null package permits private protected public record return sealed short static strictfp"
                            + " super switch synchronized this throw throws transient true try var void volatile while yield")
                    .split(" ")));
    private static final AttributedStyle KEYWORD = AttributedStyle.BOLD.foreground(AttributedStyle.BLUE);
    private static final AttributedStyle TEXT = AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
    private static final AttributedStyle NUMBER = AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
    private static final AttributedStyle COMMENT = AttributedStyle.DEFAULT.foreground(AttributedStyle.BRIGHT);
    private static final AttributedStyle WRONG = AttributedStyle.BOLD.foreground(AttributedStyle.RED);

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        if (buffer.length() > LONGEST || Command.is(buffer)) {
            return new AttributedString(buffer);
        }
        var text = new AttributedStringBuilder();
        var open = new ArrayDeque<Character>();
        var done = 0;
        for (var token : Token.of(buffer)) {
            text.append(buffer.substring(done, token.start()), AttributedStyle.DEFAULT)
                    .append(token.in(buffer), style(token, buffer, open));
            done = token.end();
        }
        return text.append(buffer.substring(done), AttributedStyle.DEFAULT).toAttributedString();
    }

    private static AttributedStyle style(Token token, String text, ArrayDeque<Character> open) {
        return switch (token.kind()) {
            case WORD -> KEYWORDS.contains(token.in(text)) ? KEYWORD : AttributedStyle.DEFAULT;
            case NUMBER -> NUMBER;
            case TEXT -> TEXT;
            // A text block may go on for lines, a string only as long as it is being typed.
            case OPEN_TEXT -> token.end() == text.length() ? TEXT : WRONG;
            case COMMENT -> COMMENT;
            case OPEN -> {
                open.push(text.charAt(token.start()));
                yield AttributedStyle.DEFAULT;
            }
            case CLOSE -> closes(open, text.charAt(token.start())) ? AttributedStyle.DEFAULT : WRONG;
            default -> AttributedStyle.DEFAULT;
        };
    }

    private static boolean closes(ArrayDeque<Character> open, char closing) {
        var wanted = "([{".charAt(")]}".indexOf(closing));
        var fits = !open.isEmpty() && open.peek() == wanted;
        if (fits) {
            open.pop();
        }
        return fits;
    }

    @Override
    public void setErrorPattern(Pattern errorPattern) {
        // The line reader would name what to mark; here the text itself tells.
    }

    @Override
    public void setErrorIndex(int errorIndex) {
        // As above.
    }
}
