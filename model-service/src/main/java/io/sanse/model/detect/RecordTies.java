package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * People with a record of dumping behind a detection: who owns or drives its vehicle or the firm that it is about or comes from, or is named by it. The registry says only that there is a
 * record (前科); the record itself stays with the department that has it.
 */
final class RecordTies {
    private RecordTies() {}

    /** @param subject on whom the detection is: of a person itself nothing is said */
    static List<Entry<Details.Person>> of(Subject subject, Finding finding, World world) {
        if (!world.knowsRecords()) {
            return List.of();
        }
        Set<Entry<Details.Person>> people = new LinkedHashSet<>();
        if (subject.type() != SubjectType.PERSON) {
            people.addAll(world.recorded(subject));
        }
        if (finding.sourceEnterprise() != null) {
            people.addAll(world.recorded(Subject.enterprise(finding.sourceEnterprise())));
        }
        for (Subject one : finding.mentions()) {
            if (one.type() == SubjectType.VEHICLE || one.type() == SubjectType.PERSON) {
                people.addAll(world.recorded(one));
            }
        }
        people.removeIf(person -> subject.equals(Subject.person(person.id())));
        return List.copyOf(people);
    }
}
