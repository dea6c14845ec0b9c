package org.newsgraph.cluster;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newsgraph.export.table.RecordColumns;

/** Converts records to Spark rows, with the columns of {@code export}. */
final class RecordRows {
  private RecordRows() {}

  static StructType schema(Class<? extends Record> type) {
    StructType schema = new StructType();
    List<String> names = RecordColumns.names(type);
    RecordComponent[] columns = type.getRecordComponents();
    for (int i = 0; i < columns.length; i++) {
      boolean known = columns[i].getType().isPrimitive();
      schema = schema.add(names.get(i), type(columns[i].getType()), !known);
    }
    return schema;
  }

  private static DataType type(Type type) {
    if (type instanceof Class<?> it && it.isRecord()) {
      return schema(it.asSubclass(Record.class));
    }
    return switch (type.getTypeName()) {
      case "int", "java.lang.Integer" -> DataTypes.IntegerType;
      case "boolean" -> DataTypes.BooleanType;
      case "java.lang.Double" -> DataTypes.DoubleType;
      case "java.time.LocalDate" -> DataTypes.DateType;
      case "java.util.List" -> DataTypes.createArrayType(DataTypes.StringType, false);
      case "java.lang.String" -> DataTypes.StringType;
      default -> throw new IllegalArgumentException("no column type for " + type);
    };
  }

  static Row row(Record it) {
    RecordComponent[] columns = it.getClass().getRecordComponents();
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      values[i] = value(RecordColumns.value(it, columns[i]));
    }
    return RowFactory.create(values);
  }

  static Row[] rows(List<? extends Record> records) {
    return records.stream().map(RecordRows::row).toArray(Row[]::new);
  }

  private static Object value(Object it) {
    if (it instanceof Record record) {
      return row(record);
    }
    if (it instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    return it instanceof List<?> list ? list.toArray() : it;
  }
}
