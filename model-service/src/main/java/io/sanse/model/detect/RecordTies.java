package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import java.util.List;
import java.util.stream.Stream;

/**
 * People with a record of dumping behind a detection: who owns or drives its vehicle or the firm that it is about or comes from, or is named by it. The registry says only that there is a
 * record (前科); the record itself stays with the department that has it.
 */
final class RecordTies {
    private RecordTies() {}

    /** @param subject on whom the detection is: of a person itself nothing is said */
    static List<Entry<Details.Person>> of(Subject subject, Finding finding, World world) {
        Stream<Subject> own = subject.type() == SubjectType.PERSON ? Stream.empty() : Stream.of(subject);
        Stream<Subject> source = finding.sourceEnterprise() == null
                ? Stream.empty()
                : Stream.of(Subject.enterprise(finding.sourceEnterprise()));
        Stream<Subject> named = finding.mentions().stream()
                .filter(one -> one.type() == SubjectType.VEHICLE || one.type() == SubjectType.PERSON);
        return Stream.of(own, source, named)
                .flatMap(one -> one)
                .flatMap(one -> world.recorded(one).stream())
                .filter(person -> !subject.equals(Subject.person(person.id())))
                .distinct()
                .toList();
    }
}
