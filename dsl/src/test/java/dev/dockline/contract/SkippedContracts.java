package dev.dockline.contract;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Names, at the end of a run, the contract tests that could not run and why: none is skipped in silence. */
public final class SkippedContracts implements TestExecutionListener {
    private final Map<String, TreeSet<String>> byReason = new TreeMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.ABORTED && test.getSource().orElse(null) instanceof MethodSource method) {
            var reason = result.getThrowable()
                    .map(Throwable::getMessage)
                    .orElse("no reason given")
                    .replaceFirst("^Assumption failed: ", "");
            var name = method.getClassName().replaceFirst(".*\\.", "") + "." + method.getMethodName();
            byReason.computeIfAbsent(reason, r -> new TreeSet<>()).add(name);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        byReason.forEach((reason, tests) -> System.out.println(
                "\nNot run, " + tests.size() + " tests (" + reason + "):\n  " + String.join("\n  ", tests)));
    }
}
