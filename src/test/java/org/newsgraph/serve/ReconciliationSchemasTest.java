package org.newsgraph.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The responses of the reconciliation service conform to the schemas in the folder {@code
 * 0.2/schemas} of the protocol's specification.
 */
@EnabledIfEnvironmentVariable(named = ReconciliationSchemasTest.SCHEMAS, matches = ".+")
class ReconciliationSchemasTest {
  static final String SCHEMAS = "NEWSGRAPH_RECONCILIATION_SCHEMAS";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, it -> it);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "manifest.json | reconcile",
        "suggest-entities-response.json | reconcile/suggest/entity?prefix=Ada",
        "suggest-types-response.json | reconcile/suggest/type?prefix=pers",
        "suggest-properties-response.json | reconcile/suggest/property?prefix=ro",
        "data-extension-property-proposal.json | reconcile/properties?type=Person",
      })
  void what_is_asked_by_its_address_is_answered_as_the_schema_wants(String schema, String path)
      throws Exception {
    requireValid(schema, served.get(path).body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"q0\":{\"query\":\"Ada Novak\"}}",
        "{\"q0\":{\"query\":\"Ada Novak\",\"type\":\"Person\",\"limit\":1},\"q1\":{\"query\":\"Nobody at all\"}}",
        "{\"q0\":{\"query\":\"Ada\",\"type\":[\"Person\"],\"properties\":[{\"pid\":\"role\",\"v\":[\"leader\"]}],\"type_strict\":\"any\"}}",
      })
  void a_batch_of_queries_is_answered_as_the_schema_wants(String queries) throws Exception {
    requireValid("reconciliation-query-batch.json", queries);
    requireValid("reconciliation-result-batch.json", post("queries", queries));
  }

  @Test
  void a_table_is_extended_as_the_schema_wants() throws Exception {
    String query =
        "{\"ids\":[\"Ada_Novak\",\"Nobody\"],\"properties\":[{\"id\":\"role\"},{\"id\":\"organisation\"}]}";
    requireValid("data-extension-query.json", query);
    requireValid("data-extension-response.json", post("extend", query));
  }

  private static String post(String name, String value) throws Exception {
    return served
        .send(
            "POST",
            "reconcile",
            name + "=" + URLEncoder.encode(value, UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded")
        .body();
  }

  private static void requireValid(String schema, String answer) throws IOException {
    JsonNode read = JSON.readTree(answer);
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema(schema))
                .validate(read))
        .as(answer)
        .isEmpty();
  }

  /** Returns a schema with all referenced files inlined, so that nothing is fetched. */
  private static JsonNode schema(String name) throws IOException {
    ObjectNode schema = read(name);
    ObjectNode type = read("type.json");
    schema.withObject("definitions").set("type", type);
    return schema;
  }

  private static ObjectNode read(String name) throws IOException {
    String text = Files.readString(Path.of(System.getenv(SCHEMAS)).resolve(name));
    ObjectNode schema =
        (ObjectNode) JSON.readTree(text.replaceAll("\"type\\.json\"", "\"#/definitions/type\""));
    schema.remove("$id");
    schema.remove("$schema");
    return schema;
  }
}
