package dev.dockline.shell.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;

/**
 * Loads the classes that JShell makes of snippets. Unlike JShell's own, it keeps no bytes of what is loaded, and does
 * not look for these classes in every jar before it makes them.
 */
final class SnippetClasses implements LoaderDelegate {
    private static final String PACKAGE = "REPL.";

    private final Loader loader = new Loader();
    private final Map<String, Class<?>> loaded = new ConcurrentHashMap<>();

    SnippetClasses() {
        Thread.currentThread().setContextClassLoader(loader);
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        var done = new boolean[classes.length];
        try {
            for (var each : classes) {
                loader.waiting.put(each.name(), each.bytecodes());
            }
            for (var i = 0; i < classes.length; i++) {
                var type = loader.loadClass(classes[i].name());
                loaded.put(classes[i].name(), type);
                // JShell wants it linked, so that what is wrong with it is found here.
                type.getDeclaredMethods();
                done[i] = true;
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ClassInstallException("load: " + e.getMessage(), done);
        }
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        var type = loaded.get(name);
        if (type == null) {
            throw new ClassNotFoundException(name + " not found");
        }
        return type;
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        throw new UnsupportedOperationException("in its own process JShell replaces classes by others");
    }

    @Override
    public void addToClasspath(String path) {
        // Snippets see what this process sees, which is what is on the path already.
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> waiting = new HashMap<>();

        Loader() {
            super(SnippetClasses.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var found = name.startsWith(PACKAGE) ? findLoadedClass(name) : super.loadClass(name, resolve);
                return found == null ? findClass(name) : found;
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            var bytes = waiting.remove(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
