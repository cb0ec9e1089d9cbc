package io.sanse.alert.domain.event;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Aggravation;
import io.sanse.contract.detection.Detection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the detections of an alert say, the latest one deciding. Subject, mentions, location and text are null or empty when they were erased from the log.
 *
 * @param detection id of the detection
 * @param revision of the latest record
 * @param model id
 * @param subject on whom
 * @param mentions other subjects involved
 * @param episodeStart event time
 * @param base level by the model
 * @param score 0–100
 * @param location where, or null
 * @param division where it lies, or null
 * @param sides divisions whose common line is within the place's uncertainty, empty when it is clear
 * @param tonnes amount, t, or null
 * @param source code of the enterprise that it comes from, or null when unclear
 * @param aggravations facts that make it graver, in the order of the enum
 * @param text one sentence
 * @param detections records so far
 * @param firstSeenAt first event time of all
 * @param lastSeenAt last event time of all
 * @param evidence SHA-256 (hex) of the latest evidence bundle
 */
public record Facts(
        UUID detection,
        int revision,
        String model,
        Subject subject,
        List<Subject> mentions,
        Instant episodeStart,
        Level base,
        int score,
        GeoPoint location,
        String division,
        List<String> sides,
        Double tonnes,
        String source,
        List<Aggravation> aggravations,
        LocalizedText text,
        int detections,
        Instant firstSeenAt,
        Instant lastSeenAt,
        String evidence) {
    public Facts {
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        sides = List.copyOf(sides);
        aggravations = List.copyOf(aggravations);
    }

    /** Of the first detection record. */
    public static Facts of(Detection detection, Jurisdiction place, String evidence) {
        return of(detection, place, evidence, 1, detection.from(), detection.to());
    }

    /** With a further record of the same detection. */
    public Facts with(Detection detection, Jurisdiction place, String evidence) {
        Instant first = detection.from().isBefore(firstSeenAt) ? detection.from() : firstSeenAt;
        Instant last = detection.to().isAfter(lastSeenAt) ? detection.to() : lastSeenAt;
        return of(detection, place, evidence, detections + 1, first, last);
    }

    private static Facts of(
            Detection said, Jurisdiction place, String evidence, int detections, Instant first, Instant last) {
        return new Facts(
                said.id(),
                said.revision(),
                said.model(),
                said.subject(),
                said.mentions(),
                said.episodeStart(),
                said.level(),
                said.score(),
                said.location(),
                place.division(),
                place.sides(),
                said.tonnes(),
                sourceOf(said),
                said.aggravations().stream().sorted().toList(),
                said.text(),
                detections,
                first,
                last,
                evidence);
    }

    /** The enterprise that it comes from, or null; what a firm itself does comes from the firm, whether or not the model says so. */
    public static String sourceOf(Detection said) {
        boolean firm = said.sourceEnterprise() == null && said.subject().type() == SubjectType.ENTERPRISE;
        return firm ? said.subject().id() : said.sourceEnterprise();
    }
}
