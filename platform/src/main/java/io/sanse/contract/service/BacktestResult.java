package io.sanse.contract.service;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What models find in a period. Days are those of Asia/Shanghai on which a detection would have been raised.
 *
 * @param played what was played
 * @param counts detections by model, day, level and district
 * @param loads alerts by model and district
 * @param differences what each model finds that the other version does not, and reverse
 */
public record BacktestResult(
        Played played, List<DetectionCount> counts, List<AlertLoad> loads, List<VersionDifference> differences) {
    public BacktestResult {
        counts = List.copyOf(counts);
        loads = List.copyOf(loads);
        differences = List.copyOf(differences);
    }

    /**
     * What was played.
     *
     * @param first when the first of it was received, or null when there was nothing; later than the period's beginning: the history does not reach back so far
     * @param last when the last of it was received, or null
     * @param observations number of them, warm-up included, each copy counted, the feeds' progress not
     * @param seconds that it took, s
     * @param defects observations and moments that could not be judged because of a defect
     */
    public record Played(Instant first, Instant last, long observations, double seconds, long defects) {}

    /**
     * Detections of one kind.
     *
     * @param model id
     * @param version of its YAML
     * @param day on which they were raised
     * @param level that they ended with
     * @param district division code, {@code unknown} when there is none
     * @param raised number
     * @param retracted how many of them were taken back
     */
    public record DetectionCount(
            String model, int version, LocalDate day, Level level, String district, int raised, int retracted) {}

    /**
     * What a model would put on people's desks.
     *
     * @param model id
     * @param version of its YAML
     * @param district division code, {@code unknown} when there is none, {@code all} for all of them together
     * @param alerts in the whole period
     * @param alertsPerDay on average over the part of the period that the kept history covers; less than a day counts as one
     * @param mostOnOneDay alerts on the fullest day
     * @param messagesPerDay forecast of SMS, by level and as configured
     * @param byHour alerts in each hour of the day in Asia/Shanghai, 24 of them; empty in results from before they were counted
     */
    public record AlertLoad(
            String model,
            int version,
            String district,
            int alerts,
            double alertsPerDay,
            int mostOnOneDay,
            double messagesPerDay,
            List<Integer> byHour) {
        public AlertLoad {
            byHour = byHour == null ? List.of() : List.copyOf(byHour);
        }
    }

    /**
     * Two versions of one model. Detections are the same when they are about the same subject and their episodes overlap.
     *
     * @param model id
     * @param version that was tried, or null when only the other one has the model
     * @param otherVersion that it is compared with, or null when there is none
     * @param same number of detections that both find at the same level
     * @param changed found by both, at another level
     * @param more found by the tried version only
     * @param fewer found by the other version only
     * @param examples of what differs, the earliest ones, at most 100 of each kind
     */
    public record VersionDifference(
            String model,
            Integer version,
            Integer otherVersion,
            int same,
            int changed,
            int more,
            int fewer,
            List<DifferenceExample> examples) {
        public VersionDifference {
            examples = List.copyOf(examples);
        }
    }

    /**
     * A detection in which two versions differ.
     *
     * @param id of the detection
     * @param subject on whom
     * @param from when its episode began
     * @param district division code, {@code unknown} when there is none
     * @param level by the tried version, or null when it does not find it
     * @param otherLevel by the other version, or null when it does not find it
     * @param text for people
     */
    public record DifferenceExample(
            UUID id,
            Subject subject,
            Instant from,
            String district,
            Level level,
            Level otherLevel,
            LocalizedText text) {}
}
