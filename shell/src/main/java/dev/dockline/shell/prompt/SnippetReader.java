package dev.dockline.shell.prompt;

import dev.dockline.shell.narrate.DockerLine;
import dev.dockline.shell.narrate.UnmarkedOutput;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Reads snippets: what is pasted is cleaned before it stands in the line, and the keys do what those of IPython do. */
final class SnippetReader extends LineReaderImpl {
    private static final int INDENT = 4;
    private static final String PLAN = "/plan ";

    private final Documentation documentation;
    private final Predicate<String> offersNumbers;
    private String completed = "";
    private long waited;
    private long blinked;

    /** Behind a bracket a second Tab completes where numbers are known that may follow the text. */
    SnippetReader(Terminal terminal, Documentation documentation, Predicate<String> offersNumbers) throws IOException {
        super(terminal, "dockline");
        this.offersNumbers = offersNumbers;
        this.documentation = documentation;
        setVariable(LineReader.INDENTATION, INDENT);
        setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "%P ...> ");
        setOpt(Option.DISABLE_EVENT_EXPANSION);
        unsetOpt(Option.HISTORY_IGNORE_SPACE);
        unsetOpt(Option.INSERT_TAB);
        getWidgets().put("close-block", this::closeBlock);
        var keys = getKeyMaps().get(LineReader.MAIN);
        bind(keys, LineReader.UP_LINE_OR_SEARCH, Capability.key_up, "\u001b[A", "\u001bOA");
        bind(keys, LineReader.DOWN_LINE_OR_SEARCH, Capability.key_down, "\u001b[B", "\u001bOB");
        keys.bind(new Reference("close-block"), "}");
        getWidgets().put("documentation", this::documentation);
        getWidgets().put("complete", this::complete);
        keys.bind(new Reference("complete"), "\t");
        bind(keys, "documentation", Capability.key_f1, "\u001bOP", "\u001b[11~", "\u001bh");
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        var began = System.nanoTime();
        var binding = super.readBinding(keys, local);
        waited = blinked + System.nanoTime() - began;
        blinked = 0;
        return binding;
    }

    // The other bracket is shown until the next key comes, which was waited for all the same.
    private boolean blinking(BooleanSupplier widget) {
        var began = System.nanoTime();
        try {
            return widget.getAsBoolean();
        } finally {
            blinked = System.nanoTime() - began;
        }
    }

    @Override
    protected boolean insertCloseParen() {
        return blinking(super::insertCloseParen);
    }

    @Override
    protected boolean insertCloseSquare() {
        return blinking(super::insertCloseSquare);
    }

    /** How long it waited for the latest key, in nanoseconds: what is pasted is there already, what is typed comes late. */
    long waited() {
        return waited;
    }

    /** Shows another prompt, also in front of what is being typed. */
    void showPrompt(String text) {
        lock.lock();
        try {
            if (isReading()) {
                setPrompt(text);
                redisplay();
                terminal.flush();
            }
        } finally {
            lock.unlock();
        }
    }

    private void bind(KeyMap<Binding> keys, String widget, Capability key, String... sequences) {
        keys.bind(new Reference(widget), KeyMap.key(terminal, key));
        keys.bind(new Reference(widget), sequences);
    }

    // The bracket that ends a block stands where the block began.
    private boolean closeBlock() {
        var before = buf.upToCursor();
        var line = before.substring(before.lastIndexOf('\n') + 1);
        if (before.contains("\n") && line.isBlank() && line.length() >= INDENT) {
            buf.backspace(INDENT);
        }
        buf.write('}');
        return true;
    }

    // At the beginning of arguments there is all of Java to offer, and what helps is to know what they are; so it is
    // where a second Tab finds nothing more to put in.
    private boolean complete() {
        var before = buf.upToCursor();
        var again = before.equals(completed);
        completed = before;
        if (isForDocumentation(before, again)) {
            return documentation();
        }
        var done = expandOrComplete();
        completed = buf.upToCursor();
        return done;
    }

    private boolean isForDocumentation(String before, boolean again) {
        if (before.stripTrailing().endsWith("(")) {
            return !again || !offersNumbers.test(before);
        }
        return again
                && Argument.string(before).isEmpty()
                && !documentation.of(member(), terminal.getWidth()).isEmpty();
    }

    // The whole of the name that the cursor is in, or of the method whose arguments it is among.
    private boolean documentation() {
        var member = member();
        var told = documentation.of(member, terminal.getWidth());
        printAbove(told.isEmpty() ? "Nothing is known of \"" + member.name() + "\"." : told.stripTrailing());
        return true;
    }

    private Member member() {
        return Member.around(buf.toString(), buf.cursor());
    }

    // A line for docker becomes Java first, for the eye; the next Enter runs it.
    @Override
    protected boolean acceptLine() {
        var text = buf.toString();
        var plan = text.startsWith(PLAN) ? PLAN : "";
        var java = DockerLine.toJava(text.substring(plan.length()));
        if (java.isEmpty()) {
            return super.acceptLine();
        }
        buf.clear();
        buf.write(plan + java.get());
        return true;
    }

    @Override
    public boolean beginPaste() {
        var paste = Paste.of(bindingReader.readStringUntil(BRACKETED_PASTE_END));
        regionActive = RegionType.PASTE;
        regionMark = buf.cursor();
        buf.write(paste.text());
        if (!paste.taken().isEmpty()) {
            printAbove("Taken out of the paste: " + String.join(", ", paste.taken()) + ".");
        }
        if (UnmarkedOutput.isIn(paste.text())) {
            printAbove("Try: " + UnmarkedOutput.TRY);
        }
        return true;
    }
}
