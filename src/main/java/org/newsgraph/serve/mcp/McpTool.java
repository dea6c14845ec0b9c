package org.newsgraph.serve.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A tool that assistants can call.
 *
 * @param description description of the tool, for the assistant
 * @param parameters descriptions by parameter name; all are strings except "limit", an integer
 * @param required names of the required parameters
 * @param handler computes the result from the values of the parameters
 */
record McpTool(
    String name,
    String description,
    Map<String, String> parameters,
    List<String> required,
    Function<Map<String, Object>, Object> handler) {

  /** Returns the parameters as the properties of a JSON Schema. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    parameters.forEach(
        (name, description) ->
            properties.put(
                name,
                Map.of(
                    "type",
                    name.equals("limit") ? "integer" : "string",
                    "description",
                    description)));
    return properties;
  }
}
