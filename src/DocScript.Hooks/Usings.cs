global using DocScript.Documents;
