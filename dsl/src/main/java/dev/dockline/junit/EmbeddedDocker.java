package dev.dockline.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test an engine of its own within this process, so that it needs no Docker and meets no other test. A
 * parameter of type {@link dev.dockline.Docker} is a connection to it; a text with {@link DockerHost} is where other
 * clients find it:
 *
 * <pre>{@code
 * @EmbeddedDocker
 * class StockTest {
 *     @Test
 *     void rows_outlive_their_database(Docker docker) {
 *         var db = docker.container("db").image("training/postgres").volume("rows", "/dbdata").run();
 *     }
 * }
 * }</pre>
 *
 * Parameters of a test, and of what runs before and after each, are of the test's own engine; those of a constructor or
 * of a {@code @BeforeAll} method are of one that all tests of the class share then. It ends with all that it runs when
 * the test, or the class, has ended. JUnit 5.13 or newer.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(EmbeddedEngines.class)
public @interface EmbeddedDocker {
    /** Whether a test fails that ends while containers still run; they are named. */
    boolean nothingMayRun() default false;
}
