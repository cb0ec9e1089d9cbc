package io.sanse.notify.policy;

import io.sanse.contract.Level;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The city's rules for messages.
 *
 * @param version one more at each change
 * @param signature that the operator demands at the start of each text, in 【】
 * @param maxCharacters longest text, signature included; what is longer loses the end of the alert's sentence
 * @param quiet hours in which some levels wait
 * @param budgets each level is in exactly one
 * @param models who is told of the models themselves; null: nobody
 * @param templates ids are unique
 */
public record NotificationPolicy(
        int version,
        String signature,
        int maxCharacters,
        Quiet quiet,
        List<Budget> budgets,
        ModelNotices models,
        List<Template> templates) {
    /** A text that cannot hold its signature and a short sentence is of no use. */
    private static final int FEWEST_CHARACTERS = 70;

    public NotificationPolicy {
        budgets = List.copyOf(budgets);
        templates = List.copyOf(templates);
        if (!signature.startsWith("【") || !signature.endsWith("】")) {
            throw new IllegalArgumentException("the signature must stand in 【】");
        }
        if (maxCharacters < FEWEST_CHARACTERS) {
            throw new IllegalArgumentException("maxCharacters must be at least " + FEWEST_CHARACTERS);
        }
        checkTemplates(templates);
        checkBudgets(budgets);
    }

    /** The budget that messages of this level are taken from. */
    public Budget budget(Level level) {
        return budgets.stream()
                .filter(budget -> budget.levels().contains(level))
                .findFirst()
                .orElseThrow();
    }

    private static void checkTemplates(List<Template> templates) {
        Set<String> ids = new HashSet<>();
        for (Template template : templates) {
            if (!ids.add(template.id())) {
                throw new IllegalArgumentException("two templates have the id " + template.id());
            }
            TemplateText.check(template);
        }
    }

    private static void checkBudgets(List<Budget> budgets) {
        Arrays.stream(Level.values()).forEach(level -> {
            if (budgets.stream()
                            .filter(budget -> budget.levels().contains(level))
                            .count()
                    != 1) {
                throw new IllegalArgumentException("the level " + level.text() + " must be in exactly one budget");
            }
        });
    }
}
