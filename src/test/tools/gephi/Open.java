import java.awt.Color;
import java.io.File;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens a network as Gephi does and prints what it holds; draws it, where a second file is named. */
public final class Open {
  public static void main(String[] args) throws Exception {
    Lookup.getDefault().lookup(ProjectController.class).newProject();
    Workspace workspace =
        Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(args[0]));
    // Else Gephi puts edges together that lie between the same two, and asks before it does so.
    container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    Report report = container.getReport();
    importer.process(container, new DefaultProcessor(), workspace);
    GraphModel model =
        Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    System.out.println("nodes " + model.getGraph().getNodeCount());
    System.out.println("edges " + model.getGraph().getEdgeCount());
    System.out.println("dynamic " + model.isDynamic());
    System.out.println("kinds " + java.util.Arrays.toString(model.getEdgeTypeLabels()));
    double weight = 0;
    for (var edge : model.getGraph().getEdges()) {
      weight += edge.getWeight();
    }
    System.out.println("weight " + Math.round(weight));
    for (var node : model.getGraph().getNodes().toArray()) {
      System.out.println("label " + node.getLabel().replace("\n", "\\n"));
    }
    report.getIssues(100).forEachRemaining(issue -> System.out.println("issue " + issue.getMessage()));
    if (args.length > 1) {
      draw(workspace, new File(args[1]));
    }
    System.exit(0);
  }

  private static void draw(Workspace workspace, File file) throws Exception {
    PreviewModel preview =
        Lookup.getDefault().lookup(PreviewController.class).getModel(workspace);
    preview.getProperties().putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    preview.getProperties().putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, true);
    preview.getProperties().putValue(PreviewProperty.EDGE_THICKNESS, 1f);
    preview.getProperties().putValue(PreviewProperty.EDGE_OPACITY, 30);
    preview.getProperties().putValue(PreviewProperty.BACKGROUND_COLOR, Color.WHITE);
    Lookup.getDefault().lookup(ExportController.class).exportFile(file, workspace);
  }
}
