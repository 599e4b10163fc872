//go:build tools

// Package tools names the one command that toolchain builds where no Pulumi can be downloaded.
// `go install module@version` refuses Pulumi, because its go.mod has replace directives.
package tools

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
