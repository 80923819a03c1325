package dev.dockline.embedded;

import dev.dockline.embedded.program.Program;
import java.util.List;

/**
 * Programs and images that a library adds to each embedded engine of its process. The engine finds it by {@link
 * java.util.ServiceLoader}, in the file {@code META-INF/services/dev.dockline.embedded.Supplement}:
 *
 * <pre>{@code
 * public final class Greetings implements Supplement {
 *     public Program program(String name) {
 *         return name.equals("greet") ? process -> { process.println("Hello " + process.args().get(0)); return 0; } : null;
 *     }
 *
 *     public List<SuppliedImage> images() {
 *         return List.of(SuppliedImage.named("acme/greetings").programs("greet").command("greet", "world"));
 *     }
 * }
 * }</pre>
 *
 * A program runs on a thread. It must do all its reading, writing and waiting by what its process gives it, or end when its
 * thread is interrupted: this is how it is stopped, paused and killed.
 */
public interface Supplement {
    /** A program by the name that an image has it under; null for those that are not of this supplement. */
    default Program program(String name) {
        return null;
    }

    /** Images that each engine has from its start. */
    default List<SuppliedImage> images() {
        return List.of();
    }
}
