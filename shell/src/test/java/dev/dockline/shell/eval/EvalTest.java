package dev.dockline.shell.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

/** A session and the words to test it with. */
abstract class EvalTest {
    private static final Surroundings SURROUNDINGS =
            new Surroundings(Set.of("java.util", "java.util.stream"), List.of(Words.class), List.of());

    final JShellEvaluator evaluator = new JShellEvaluator(SURROUNDINGS, () -> {});

    @AfterEach
    void close() {
        evaluator.close();
    }

    /** Runs all snippets of the text and answers the last one's outcome. */
    final Outcome eval(String text) {
        Outcome last = new Outcome.Done();
        for (var piece : evaluator.split("test", text)) {
            last = evaluator.eval(piece);
        }
        return last instanceof Outcome.Continued continued ? continued.outcome() : last;
    }

    final void assertEval(String text, Object value) {
        assertThat(eval(text))
                .isInstanceOfSatisfying(
                        Outcome.Value.class,
                        outcome -> assertThat(outcome.value()).isEqualTo(value));
    }

    final void assertRejected(String text, Problem... problems) {
        assertThat(eval(text)).isEqualTo(new Outcome.Rejected(List.of(problems)));
    }
}
