package io.sanse.model.detect.exact;

import io.sanse.contract.observation.Kind;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Operator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Models that want to look whatever has changed: what they say is what models must say that look only when something of their own has. */
final class EagerModels {
    private static final Set<String> EVERYTHING = everything();

    private EagerModels() {}

    static ModelSet of(ModelSet set) {
        List<Model> eager = set.models().stream().map(EagerModels::eager).toList();
        return new ModelSet(eager, set.tracks(), set.outages(), set.backlog(), set.calendar());
    }

    private static Set<String> everything() {
        Set<String> all = new HashSet<>(List.of("visit", "silence", "track", "pass", "hour", "minute", "presence"));
        Stream.of(Kind.values()).map(Kind::text).forEach(all::add);
        return all;
    }

    private static Model eager(Model model) {
        Operator operator = (Operator) Proxy.newProxyInstance(
                EagerModels.class.getClassLoader(),
                new Class<?>[] {Operator.class},
                (proxy, method, arguments) -> answer(model.operator(), method, arguments));
        return model.with(operator);
    }

    private static Object answer(Operator original, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("facts")) {
            Set<String> all = new HashSet<>(original.facts());
            all.addAll(EVERYTHING);
            return all;
        }
        if (method.getName().equals("minds")) {
            return true;
        }
        try {
            return method.invoke(original, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
