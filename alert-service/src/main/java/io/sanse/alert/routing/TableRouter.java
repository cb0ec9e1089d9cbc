package io.sanse.alert.routing;

import io.sanse.alert.domain.Router;
import io.sanse.alert.domain.event.Facts;
import io.sanse.alert.domain.event.Jurisdiction;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.Routing;
import io.sanse.contract.registry.Details;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The routing table over what the registry knew when it was made. */
public final class TableRouter implements Router {
    static final String BY_HAND = "by-hand";
    private static final String ENFORCEMENT = "enforcement";
    private static final LocalizedText NOBODY = new LocalizedText("无其他部门", "no other department");

    private final RoutingTable table;
    private final Directory directory;
    private final Map<String, Details.Enterprise> enterprises;

    /** @param enterprises those that decisions will ask for, by code */
    public TableRouter(RoutingTable table, Directory directory, Map<String, Details.Enterprise> enterprises) {
        this.table = table;
        this.directory = directory;
        this.enterprises = Map.copyOf(enterprises);
    }

    @Override
    public Optional<Routing> route(Facts facts, Level level) {
        return table.rules().stream()
                .filter(rule -> rule.levels().contains(level))
                .flatMap(rule -> decide(rule, facts).stream())
                .findFirst();
    }

    private Optional<Routing> decide(RoutingTable.Rule rule, Facts facts) {
        List<String> departments =
                switch (rule.by()) {
                    case COMPETENCE -> competent(rule.departments(), facts.division());
                    case SOURCE -> ofSource(facts).stream().toList();
                    case PLACE -> ofPlace(facts.division()).stream().toList();
                };
        if (departments.isEmpty()) {
            return Optional.empty();
        }
        String lead = departments.get(0);
        List<String> members = departments.subList(1, departments.size());
        return Optional.of(new Routing(lead, members, rule.id(), table.version(), reason(rule, lead, members, facts)));
    }

    private List<String> competent(List<String> competences, String division) {
        return competences.stream()
                .flatMap(competence -> directory.competentFor(competence, division).stream())
                .distinct()
                .toList();
    }

    private Optional<String> ofSource(Facts facts) {
        Details.Enterprise source = facts.source() == null ? null : enterprises.get(facts.source());
        if (source == null) {
            return Optional.empty();
        }
        if (source.competentDepartment() != null && knows(source.competentDepartment())) {
            return Optional.of(source.competentDepartment());
        }
        String division = source.division() == null ? facts.division() : source.division();
        return table.sources().stream()
                .filter(rule -> source.roles().contains(rule.role()))
                .flatMap(rule -> directory.competentFor(rule.competence(), division).stream())
                .findFirst();
    }

    private Optional<String> ofPlace(String division) {
        return directory.squadOf(division).or(() -> directory.competentFor(ENFORCEMENT, division));
    }

    private LocalizedText reason(RoutingTable.Rule rule, String lead, List<String> members, Facts facts) {
        Details.Enterprise source = facts.source() == null ? null : enterprises.get(facts.source());
        LocalizedText firm = source == null ? new LocalizedText("", "") : source.name();
        LocalizedText others = members.isEmpty()
                ? NOBODY
                : list(members.stream().map(this::name).toList());
        LocalizedText text = new LocalizedText(rule.zh(), rule.en());
        text = filled(text, "{lead}", name(lead));
        text = filled(text, "{members}", others);
        return flagged(filled(text, "{source}", firm), facts.sides());
    }

    private static LocalizedText filled(LocalizedText text, String place, LocalizedText with) {
        return new LocalizedText(text.zh().replace(place, with.zh()), text.en().replace(place, with.en()));
    }

    private static LocalizedText list(List<LocalizedText> names) {
        return new LocalizedText(
                names.stream().map(LocalizedText::zh).collect(Collectors.joining("、")),
                names.stream().map(LocalizedText::en).collect(Collectors.joining(", ")));
    }

    /** A place on a line may be anybody's: both sides are named. */
    private LocalizedText flagged(LocalizedText reason, List<String> sides) {
        if (sides.isEmpty()) {
            return reason;
        }
        long limit = Math.round(table.locationUncertaintyM());
        LocalizedText both = list(sides.stream().map(directory::nameOf).toList());
        return new LocalizedText(
                reason.zh() + "；地点距界线不足" + limit + "米，涉及" + both.zh(),
                reason.en() + "; the place is within " + limit + " m of a line, sides: " + both.en());
    }

    @Override
    public Routing byHand(String department, Routing before) {
        List<String> members = before == null
                ? List.of()
                : before.members().stream()
                        .filter(member -> !member.equals(department))
                        .toList();
        LocalizedText name = name(department);
        LocalizedText reason = new LocalizedText("人工指定" + name.zh(), name.en() + " was named by hand");
        return new Routing(department, members, BY_HAND, table.version(), reason);
    }

    @Override
    public Jurisdiction locate(GeoPoint place, String division) {
        return directory.locate(place, division, table.locationUncertaintyM());
    }

    @Override
    public LocalizedText name(String department) {
        Details.Department known = directory.departments().get(department);
        return known == null ? new LocalizedText(department, department) : known.name();
    }

    @Override
    public boolean knows(String department) {
        return directory.departments().containsKey(department);
    }
}
