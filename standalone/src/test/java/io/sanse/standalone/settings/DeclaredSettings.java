package io.sanse.standalone.settings;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.sanse.runtime.Settings;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Asks the code what can be set: every {@code from(Settings)} that a service's Main reaches is called with nothing set. */
final class DeclaredSettings {
    private static final String OURS = "io.sanse.";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sanse");

    /** Declared settings by key, of each service by its module's name. */
    SortedMap<String, Map<String, Settings.Declared>> byService() throws ReflectiveOperationException {
        SortedMap<String, Map<String, Settings.Declared>> services = new TreeMap<>();
        for (JavaClass main : mains()) {
            Settings settings = Settings.of(Map.of());
            for (JavaClass reached : reachedFrom(main)) {
                declare(reached, settings);
            }
            services.put(moduleOf(main), settings.declared());
        }
        return services;
    }

    /** Classes that read a setting outside of a {@code from(Settings, …)}, where nothing would list it. */
    List<String> readersWithoutFrom() {
        return classes.stream()
                .filter(candidate -> !candidate.isEquivalentTo(Settings.class))
                .filter(candidate -> candidate.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Settings.class)
                                && call.getTarget().getRawParameterTypes().size() == 3))
                .filter(reader -> reader.getMethods().stream().noneMatch(DeclaredSettings::readsSettings))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private List<JavaClass> mains() {
        return classes.stream()
                .filter(candidate -> candidate.getSimpleName().endsWith("Main"))
                .filter(candidate ->
                        candidate.getPackageName().matches("io\\.sanse\\.(ingest|model|alert|notify|gateway)"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .toList();
    }

    private static String moduleOf(JavaClass main) {
        String name = main.getPackageName().substring(OURS.length());
        return name.equals("gateway") ? name : name + "-service";
    }

    private static Set<JavaClass> reachedFrom(JavaClass main) {
        Set<JavaClass> reached = new HashSet<>(Set.of(main));
        Deque<JavaClass> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getName().startsWith(OURS) && reached.add(target)) {
                    open.push(target);
                }
            }
        }
        return reached;
    }

    /** Those with numbers and names among their parameters are called by another one, once for each protocol or the like. */
    private static void declare(JavaClass owner, Settings settings) throws ReflectiveOperationException {
        for (JavaMethod method : owner.getMethods()) {
            if (readsSettings(method) && needsOnlyCollaborators(method)) {
                Method from = method.reflect();
                from.setAccessible(true);
                Object[] arguments = new Object[from.getParameterCount()];
                arguments[0] = settings;
                from.invoke(null, arguments);
            }
        }
    }

    private static boolean readsSettings(JavaMethod method) {
        List<JavaClass> parameters = method.getRawParameterTypes();
        return method.getName().equals("from")
                && method.getModifiers().contains(JavaModifier.STATIC)
                && !parameters.isEmpty()
                && parameters.get(0).isEquivalentTo(Settings.class);
    }

    private static boolean needsOnlyCollaborators(JavaMethod method) {
        return Arrays.stream(method.reflect().getParameterTypes())
                .allMatch(type -> type.getName().startsWith(OURS));
    }
}
