package io.sanse.contract.service;

import io.sanse.contract.Level;
import java.time.Instant;
import java.util.UUID;

/**
 * One message to one recipient (投递).
 *
 * @param id delivery id
 * @param alertId of which alert; null when it is about models
 * @param noticeId of which notice about models, or null
 * @param event number of the alert event that caused it; 0 without an alert
 * @param level level of the alert then; about models the one whose quiet hours it keeps
 * @param template template id
 * @param recipient who: {@code enterprise:…}, {@code department:…}, {@code officer:…}, {@code vehicle:…}
 * @param phone masked unless the caller may see it
 * @param text as sent
 * @param channel {@code smpp}
 * @param state {@code claimed}, {@code submitted}, {@code accepted}, {@code delivered}, {@code undelivered}, {@code unknown}, {@code suppressed} or {@code failed}
 * @param reason why it was suppressed, failed or is unknown; or null
 * @param attempts submits so far
 * @param operatorMessageId the SMSC's id, or null
 * @param createdAt when it was decided
 * @param updatedAt last change
 */
public record Delivery(
        UUID id,
        UUID alertId,
        UUID noticeId,
        long event,
        Level level,
        String template,
        String recipient,
        String phone,
        String text,
        String channel,
        String state,
        String reason,
        int attempts,
        String operatorMessageId,
        Instant createdAt,
        Instant updatedAt) {}
