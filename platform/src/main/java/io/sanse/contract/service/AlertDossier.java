package io.sanse.contract.service;

import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.detection.Evidence;
import java.util.List;
import java.util.Map;

/**
 * All about one alert.
 *
 * @param alert as it stands
 * @param evidence of its latest detection
 * @param parameters of its latest detection, by name
 * @param references registry versions used, by key
 * @param timeline its events, oldest first
 * @param allowed commands that the caller may give now
 */
public record AlertDossier(
        Alert alert,
        List<Evidence> evidence,
        Map<String, String> parameters,
        Map<String, Long> references,
        List<AlertEvent> timeline,
        List<CommandType> allowed) {}
