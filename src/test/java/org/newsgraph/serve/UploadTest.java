package org.newsgraph.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsgraph.serve.Served.EDITOR;
import static org.newsgraph.serve.Served.PASSWORD;
import static org.newsgraph.serve.Served.login;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RDF that an editor uploads makes the server load nothing and does not exhaust its stack. */
class UploadTest {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  @TempDir static Path folder;
  private static Served served;
  private static ServerSocket inside;

  @BeforeAll
  static void serve() throws IOException {
    served = new Served(folder, settings -> settings);
    // An internal server that uploads try to reach; it must never get a connection.
    inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Files.writeString(folder.resolve("secret.jsonld"), "{\"@context\":{\"x\":\"urn:secret:\"}}");
  }

  @AfterAll
  static void close() throws IOException {
    served.close();
    inside.close();
  }

  private static HttpResponse<String> put(String type, String body) throws Exception {
    return served.send(
        "PUT",
        "news/data?graph=urn:upload",
        body,
        "Content-Type",
        type,
        "Authorization",
        login(EDITOR, PASSWORD));
  }

  private static String graph() throws Exception {
    return served.get("news/data?graph=urn:upload", "Accept", "application/n-triples").body();
  }

  private static void assertNobodyCame() throws IOException {
    inside.setSoTimeout(1);
    Assertions.assertThatThrownBy(() -> inside.accept()).isInstanceOf(SocketTimeoutException.class);
  }

  /** Documents that name a context, with a placeholder for its address. */
  private static Map<String, String> contexts() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("text", "{'@context':'%s','@id':'urn:a','x':'y'}");
    all.put("list", "{'@context':['%s'],'@id':'urn:a','x':'y'}");
    all.put("end of a list", "{'@context':[{'x':'urn:x'},null,'%s'],'@id':'urn:a','x':'y'}");
    all.put("import", "{'@context':{'@version':1.1,'@import':'%s'},'@id':'urn:a','x':'y'}");
    all.put(
        "property",
        "{'@context':{'@version':1.1,'p':{'@id':'urn:p','@context':'%s'}},'@id':'urn:a','p':{'x':'y'}}");
    all.put(
        "property, list",
        "{'@context':{'p':{'@id':'urn:p','@context':[{'x':'urn:x'},'%s']}},'@id':'urn:a','p':{'x':'y'}}");
    all.put(
        "type",
        "{'@context':{'T':{'@id':'urn:T','@context':'%s'}},'@id':'urn:a','@type':'T','x':'y'}");
    all.put(
        "type without propagation",
        "{'@context':{'T':{'@id':'urn:T','@context':{'@propagate':false,'@import':'%s'}}},'@id':'urn:a','@type':'T','x':'y'}");
    all.put("inner object", "{'@id':'urn:a','urn:p':{'@context':'%s','x':'y'}}");
    all.put("inner list", "{'@id':'urn:a','urn:p':{'@list':[{'@context':'%s','x':'y'}]}}");
    all.put("graph", "{'@id':'urn:a','@graph':[{'@context':'%s','@id':'urn:b','x':'y'}]}");
    all.put(
        "list of documents", "[{'@id':'urn:a','urn:p':1},{'@context':'%s','@id':'urn:b','x':1}]");
    all.put("included", "{'@id':'urn:a','@included':[{'@context':'%s','@id':'urn:b','x':'y'}]}");
    all.put(
        "reverse", "{'@id':'urn:a','@reverse':{'urn:p':{'@context':'%s','@id':'urn:b','x':1}}}");
    return all;
  }

  @Test
  void contexts_of_json_ld_are_not_loaded_wherever_they_stand() throws Exception {
    List<String> addresses =
        List.of(
            "http://127.0.0.1:" + inside.getLocalPort() + "/context",
            "http://localhost:" + inside.getLocalPort() + "/context",
            folder.resolve("secret.jsonld").toUri().toString(),
            "file:///etc/passwd",
            "jar:file:/etc/passwd!/x",
            "//127.0.0.1:" + inside.getLocalPort() + "/context",
            "context.jsonld");
    for (String address : addresses) {
      for (Map.Entry<String, String> document : contexts().entrySet()) {
        String body = String.format(document.getValue().replace('\'', '"'), address);
        HttpResponse<String> answer = put("application/ld+json", body);
        assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(400);
        assertThat(answer.body())
            .as(body)
            .contains("is not loaded", "write the contents of the context into the document");
      }
    }
    assertNobodyCame();
  }

  @Test
  void a_document_with_its_context_inside_is_read() throws Exception {
    String body =
        "{'@context':{'@version':1.1,'T':{'@id':'urn:T','@context':{'x':'urn:x'}},"
            + "'p':{'@id':'urn:p','@context':{'y':'urn:y'}}},'@id':'urn:a','@type':'T',"
            + "'x':'1','p':{'@id':'urn:b','y':'2'}}";
    assertThat(put("application/ld+json", body.replace('\'', '"')).statusCode())
        .isBetween(200, 204);
    assertThat(graph()).contains("<urn:a> <urn:x> \"1\"", "<urn:b> <urn:y> \"2\"");
  }

  @Test
  void entities_of_xml_load_nothing() throws Exception {
    String here = "http://127.0.0.1:" + inside.getLocalPort() + "/x";
    String data =
        "<rdf:RDF xmlns:rdf='"
            + RDF
            + "'><rdf:Description rdf:about='urn:a'><x:y xmlns:x='urn:x:'>&b;</x:y></rdf:Description></rdf:RDF>";
    String empty = "<rdf:RDF xmlns:rdf='" + RDF + "'/>";
    for (String body :
        List.of(
            "<!DOCTYPE r [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + data,
            "<!DOCTYPE r [<!ENTITY b SYSTEM '" + here + "'>]>" + data,
            "<!DOCTYPE r [<!ENTITY b PUBLIC 'x' '" + here + "'>]>" + data,
            "<!DOCTYPE r SYSTEM '" + here + "'>" + empty,
            "<!DOCTYPE r [<!ENTITY % b SYSTEM '" + here + "'> %b;]>" + empty,
            "<?xml-stylesheet href='" + here + "'?>" + empty,
            "<rdf:RDF xmlns:rdf='"
                + RDF
                + "' xmlns:xi='http://www.w3.org/2001/XInclude'>"
                + "<xi:include href='"
                + here
                + "'/></rdf:RDF>")) {
      for (String type : List.of("application/rdf+xml", "application/trix+xml")) {
        HttpResponse<String> answer = put(type, "<?xml version='1.0'?>" + body);
        assertThat(answer.statusCode()).as(body + answer.body()).isNotEqualTo(500);
        assertThat(answer.body() + graph()).doesNotContain("root:");
      }
    }
    assertNobodyCame();
  }

  @Test
  void a_document_that_is_nested_too_deeply_is_refused() throws Exception {
    for (int depth : new int[] {1_000, 20_000, 100_000}) {
      Map<String, String> documents = new LinkedHashMap<>();
      String triple = "<urn:a> <urn:b> ";
      documents.put("lists", triple + "(".repeat(depth) + ")".repeat(depth) + " .");
      documents.put(
          "blank nodes", triple + "[ <urn:c> ".repeat(depth) + "1" + " ]".repeat(depth) + " .");
      documents.put(
          "triple terms",
          triple + "<<( <urn:s> <urn:p> ".repeat(depth) + "1" + " )>>".repeat(depth) + " .");
      documents.put(
          "reified triples",
          "<< ".repeat(depth) + "<urn:s>" + " <urn:p> 1 >>".repeat(depth) + " .");
      documents.put(
          "annotations",
          triple + "<urn:c> " + "{| <urn:p> 1 ".repeat(depth) + "|}".repeat(depth) + " .");
      for (Map.Entry<String, String> document : documents.entrySet()) {
        for (String type : List.of("text/turtle", "application/trig", "text/n3")) {
          assertRefused(document.getKey() + " in " + type, put(type, document.getValue()));
        }
      }
      assertRefused(
          "triple terms in N-Triples", put("application/n-triples", documents.get("triple terms")));
      assertRefused(
          "objects",
          put(
              "application/ld+json",
              "{\"@id\":\"urn:a\",\"urn:b\":".repeat(depth) + "1" + "}".repeat(depth)));
      assertRefused("arrays", put("application/ld+json", "[".repeat(depth) + "]".repeat(depth)));
      assertRefused("RDF/JSON", put("application/rdf+json", "[".repeat(depth)));
      assertRefused("RDF/JSON objects", put("application/rdf+json", "{\"a\":".repeat(depth)));
      String start = "<rdf:Description><x:y xmlns:x='urn:x:'>";
      String end = "</x:y></rdf:Description>";
      HttpResponse<String> xml =
          put(
              "application/rdf+xml",
              "<rdf:RDF xmlns:rdf='"
                  + RDF
                  + "'>"
                  + start.repeat(depth)
                  + end.repeat(depth)
                  + "</rdf:RDF>");
      assertRefused("elements", xml);
      assertThat(xml.body()).contains("elements are nested more than 150 levels deep");
    }
    assertThat(put("text/turtle", "<urn:a> <urn:b> ((((1) 2) [ <urn:c> (3) ])) .").statusCode())
        .isBetween(200, 204);
  }

  @Test
  void a_geometry_that_is_nested_too_deeply_is_refused() throws Exception {
    String geometry = "GEOMETRYCOLLECTION(".repeat(5000) + "POINT(0 0)" + ")".repeat(5000);
    String turtle =
        "<urn:a> <urn:b> '" + geometry + "'^^<http://www.opengis.net/ont/geosparql#wktLiteral> .";
    assertRefused("geometry", put("text/turtle", turtle));
  }

  @Test
  void bytes_that_are_not_of_a_binary_format_are_refused_without_names_of_classes()
      throws Exception {
    for (String type : List.of("application/rdf+thrift", "application/rdf+protobuf")) {
      assertRefused(type, put(type, "<urn:a> <urn:b> <urn:c> ."));
      assertRefused(
          type, put(type, "\u007f\u007f\u007f\u007f\u0007" + "\n\u007f\u007fx".repeat(9)));
    }
    String longString = "\u000c\0\1\u000c\0\1\u000b\0\1\u007f\u007f\u007f\u007f" + "x".repeat(50);
    assertRefused("a string of 2 GB", put("application/rdf+thrift", longString));
  }

  private static void assertRefused(String name, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(400);
    for (String inner : Served.internals()) {
      assertThat(answer.body()).as(name).doesNotContain(inner);
    }
  }
}
