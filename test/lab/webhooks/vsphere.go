//go:build vsphere

package main

import (
	"k8s.io/apimachinery/pkg/runtime"
	"sigs.k8s.io/cluster-api-provider-vsphere/api/govmomi/v1beta1"
	"sigs.k8s.io/cluster-api-provider-vsphere/api/govmomi/v1beta2"
	"sigs.k8s.io/cluster-api-provider-vsphere/webhooks"
)

var types = []func(*runtime.Scheme) error{v1beta1.AddToScheme, v1beta2.AddToScheme}

var hooks = []hook{
	&webhooks.VSphereClusterTemplate{},
	&webhooks.VSphereDeploymentZone{},
	&webhooks.VSphereFailureDomain{},
	&webhooks.VSphereMachine{},
	&webhooks.VSphereMachineTemplate{},
	&webhooks.VSphereVM{},
}
