package io.sanse.alert.routing;

import io.sanse.contract.Level;
import java.util.List;
import java.util.Set;

/**
 * The routing table: the first rule that matches and finds a department decides.
 *
 * @param version one more at each change; every decision names it
 * @param locationUncertaintyM how near to a line a place counts as on it, m
 * @param sources what department a firm is for when the registry names none, the first that fits
 * @param rules in order
 */
public record RoutingTable(int version, double locationUncertaintyM, List<SourceRule> sources, List<Rule> rules) {
    /**
     * A firm of this role is a matter for the department of this competence.
     *
     * @param role as in the registry's enterprise
     * @param competence as in the registry's department
     */
    public record SourceRule(String role, String competence) {
        public SourceRule {
            if (role == null || competence == null) {
                throw new IllegalArgumentException("a source needs a role and a competence");
            }
        }
    }

    /** What names the department. */
    public enum By {
        /** The listed competences where the alert lies; the first leads, the others join. */
        COMPETENCE,
        /** The enterprise that it comes from. */
        SOURCE,
        /** The district in which it lies. */
        PLACE
    }

    /**
     * One rule.
     *
     * @param id kept with each decision
     * @param levels to which it applies; every level when it is left out
     * @param by what names the department
     * @param departments competences, for {@link By#COMPETENCE}
     * @param zh reason in Chinese with {@code {lead}}, {@code {members}}, {@code {source}}
     * @param en the same in English
     */
    public record Rule(String id, Set<Level> levels, By by, List<String> departments, String zh, String en) {
        public Rule {
            if (id == null || by == null || zh == null || en == null) {
                throw new IllegalArgumentException("a routing rule needs id, by, zh and en");
            }
            levels = levels == null ? Set.of(Level.values()) : Set.copyOf(levels);
            departments = departments == null ? List.of() : List.copyOf(departments);
            if (departments.isEmpty() == (by == By.COMPETENCE)) {
                throw new IllegalArgumentException(
                        "rule " + id + ": departments belong to by competence, and it needs them");
            }
        }
    }

    public RoutingTable {
        if (version < 1) {
            throw new IllegalArgumentException("a routing table has a version from 1 on");
        }
        if (!(locationUncertaintyM >= 0)) {
            throw new IllegalArgumentException("locationUncertaintyM is 0 or more");
        }
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        if (rules.isEmpty() || rules.stream().map(Rule::id).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("a routing table has rules, each with an id of its own");
        }
    }
}
