package dev.dockline.junit;

import dev.dockline.Docker;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link EmbeddedDocker} does: one engine for each context that asks, closed with it. */
final class EmbeddedEngines implements ParameterResolver, AfterEachCallback {
    private static final Namespace OURS = Namespace.create(EmbeddedEngines.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Docker.class || type == String.class && parameter.isAnnotated(DockerHost.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var engine = engine(context);
        return parameter.getParameter().getType() == Docker.class ? engine.docker() : engine.host();
    }

    // The newer name of this is not known to JUnit 5.
    @SuppressWarnings("deprecation")
    private static TestEngine engine(ExtensionContext context) {
        return context.getStore(OURS).getOrComputeIfAbsent(TestEngine.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var engine = context.getStore(OURS).get(TestEngine.class, TestEngine.class);
        if (engine != null
                && settings(context).map(EmbeddedDocker::nothingMayRun).orElse(false)) {
            engine.requireNothingRuns();
        }
    }

    private static Optional<EmbeddedDocker> settings(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), EmbeddedDocker.class)
                .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), EmbeddedDocker.class));
    }
}
