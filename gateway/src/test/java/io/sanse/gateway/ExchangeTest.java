package io.sanse.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The province's events on their way to alert-service. */
class ExchangeTest {
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"p-1\",\"source\":\"urn:p\",\"type\":\"sanse.command.urge\"}";

    @RegisterExtension
    static final GatewayFixture GATEWAY = new GatewayFixture();

    private static final ApiModel API = GATEWAY.api();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one, structured            | application/cloudevents+json                | E     | 200 | applied",
                "one, with a character set  | application/cloudevents+json; charset=utf-8 | E     | 200 | applied",
                "a batch                    | application/cloudevents-batch+json          | [E,E] | 200 | applied applied",
                "a batch as JSON            | application/json                            | [E]   | 200 | applied",
                "an item that is no object  | application/cloudevents-batch+json          | [E,7] | 200 | applied refused",
                "neither one nor many       | application/cloudevents+json                | 7     | 400 | ",
                "an empty batch             | application/cloudevents-batch+json          | []    | 400 | ",
                "no JSON                    | application/cloudevents+json                | {     | 400 | ",
                "a media type of others     | application/xml                             | E     | 415 | "
            })
    void receives(String name, String mediaType, String body, int status, String results) {
        HttpResponse<String> response = GATEWAY.send(GATEWAY.request("/exchange/v1/events", "province")
                .header("content-type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace("E", EVENT))));

        assertEquals(status, response.statusCode(), response.body());
        assertEquals(Set.of(), API.complaints(API.operation("postExchangeEvents"), response));
        if (status == 200) {
            assertEquals(
                    results,
                    String.join(
                            " ", ApiModel.parse(response.body()).get("results").findValuesAsText("status")));
        }
    }
}
