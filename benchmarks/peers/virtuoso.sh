#!/bin/sh
# Serves a file of triples with Virtuoso 7 (Debian's virtuoso-opensource) as a SPARQL endpoint: virtuoso.sh TRIPLES.nt FOLDER PORT
# FOLDER must be new. The endpoint is http://127.0.0.1:PORT/sparql?default-graph-uri=urn:newsgraph. The server runs in the background.
set -eu
triples=$(readlink -f "$1")
folder=$2
port=$3
sql=$((port + 1))
mkdir -p "$folder"
folder=$(readlink -f "$folder")
cat > "$folder/virtuoso.ini" <<INI
[Database]
DatabaseFile = $folder/virtuoso.db
ErrorLogFile = $folder/virtuoso.log
TransactionFile = $folder/virtuoso.trx
xa_persistent_file = $folder/virtuoso.pxa
[TempDatabase]
DatabaseFile = $folder/temp.db
TransactionFile = $folder/temp.trx
[Parameters]
ServerPort = 127.0.0.1:$sql
DirsAllowed = $(dirname "$triples")
NumberOfBuffers = 170000
MaxDirtyBuffers = 130000
[HTTPServer]
ServerPort = 127.0.0.1:$port
ServerRoot = $folder
ServerThreads = 12
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 120
INI
virtuoso-t +configfile "$folder/virtuoso.ini" +wait
ask() { isql-vt "127.0.0.1:$sql" dba dba "exec=$1" > "$folder/isql.out" 2>&1 || { cat "$folder/isql.out" >&2; exit 1; }; }
begin=$(date +%s)
ask "ld_dir('$(dirname "$triples")', '$(basename "$triples")', 'urn:newsgraph'); rdf_loader_run(); checkpoint;"
ask "select ll_state, ll_error from DB.DBA.load_list;"
grep -q "^ *2 *NULL" "$folder/isql.out" || { cat "$folder/isql.out" >&2; exit 1; }
echo "loaded in $(($(date +%s) - begin)) s: http://127.0.0.1:$port/sparql?default-graph-uri=urn:newsgraph; end it with: isql-vt 127.0.0.1:$sql dba dba exec=shutdown" >&2
