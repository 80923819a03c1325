package dev.dockline.shell.prompt;

import dev.dockline.Container;
import dev.dockline.Dockline;
import dev.dockline.shell.eval.Evaluator;
import dev.dockline.state.ContainerState;
import java.util.Optional;
import java.util.regex.Pattern;

/** The containers that expressions at the prompt stand for, as the engine's mirror knows them. */
record Handles(Evaluator evaluator) {
    private static final Pattern NAMED = Pattern.compile("container\\(\\s*\"([^\"]+)\"\\s*\\)");
    private static final Pattern WORD = Pattern.compile("\\p{javaJavaIdentifierPart}+");

    /** The one that a chain begins with, if the engine has it: {@code web}, {@code container("web").start()}. */
    Optional<ContainerState> of(String chain) {
        return name(chain)
                .flatMap(name -> Dockline.ifOpen()
                        .flatMap(docker -> docker.mirror().snapshot().container(name)));
    }

    private Optional<String> name(String chain) {
        var named = NAMED.matcher(chain);
        if (named.lookingAt()) {
            return Optional.of(named.group(1));
        }
        var variable = WORD.matcher(chain);
        return variable.lookingAt()
                ? evaluator
                        .valueOf(variable.group())
                        .filter(Container.class::isInstance)
                        .map(value -> ((Container) value).name())
                : Optional.empty();
    }
}
