package org.newsgraph.serve.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something that an assistant can ask.
 *
 * @param about what for, told to the assistant
 * @param parameters names, each with what it means; all are strings, save "limit"
 * @param required names of those that must be given
 * @param answer to the values of the parameters
 */
record McpTool(
    String name,
    String about,
    Map<String, String> parameters,
    List<String> required,
    Function<Map<String, Object>, Object> answer) {

  /** What the parameters must be, as a JSON Schema's properties. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    parameters.forEach(
        (name, meaning) ->
            properties.put(
                name,
                Map.of(
                    "type", name.equals("limit") ? "integer" : "string", "description", meaning)));
    return properties;
  }
}
