package dev.dockline.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text parameter of a test with {@link EmbeddedDocker}: the address of its engine as {@code DOCKER_HOST} has it, such
 * as {@code unix:///tmp/dockline-test123/docker.sock}. Any client of Docker may connect there; it needs the library
 * {@code io.netty:netty-codec-http}.
 *
 * <pre>{@code
 * @Test
 * void lists(@DockerHost String host) {
 *     var config = DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(host).build();
 * }
 * }</pre>
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface DockerHost {}
